window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Walks and soup. Views my own.",
        "website": "",
        "location": "Glasgow"
      }
    }
  }
]