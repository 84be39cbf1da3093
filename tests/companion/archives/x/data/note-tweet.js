window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1500000000000000007",
      "createdAt": "2023-07-01T10:00:00.000Z",
      "core": {
        "text": "A longer thought about buses, and why the new shelters are worth the wait. A longer thought about buses, and why the new shelters are worth the wait. A longer thought about buses, and why the new shelters are worth the wait. A longer thought about buses, and why the new shelters are worth the wait. ",
        "urls": []
      }
    }
  }
]