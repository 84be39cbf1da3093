window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1500000000000000001"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "entities": {
        "hashtags": [],
        "urls": []
      },
      "id_str": "1500000000000000001",
      "created_at": "Sat Feb 18 12:33:11 +0000 2023",
      "truncated": false,
      "full_text": "Locked out again. If anyone is passing, ring me on 07700 900123 &amp; I'll come down.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1500000000000000002"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "entities": {
        "hashtags": [],
        "urls": []
      },
      "id_str": "1500000000000000002",
      "created_at": "Sun Mar 05 09:00:00 +0000 2023",
      "truncated": false,
      "full_text": "A good morning on the hill, and soup after.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1500000000000000003"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "entities": {
        "hashtags": [],
        "urls": []
      },
      "id_str": "1500000000000000003",
      "created_at": "Mon Apr 10 18:20:00 +0000 2023",
      "truncated": false,
      "full_text": "RT @somebody: my own number is 07700 900999, says somebody else",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1500000000000000004"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "entities": {
        "hashtags": [],
        "urls": []
      },
      "id_str": "1500000000000000004",
      "created_at": "Tue May 02 07:45:00 +0000 2023",
      "truncated": false,
      "full_text": "@somebody the wifi here is dreadful, password: Tr0ub4dor-99 if you need it",
      "lang": "en",
      "in_reply_to_status_id_str": "1400000000000000009"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1500000000000000005"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "entities": {
        "hashtags": [],
        "urls": [
          {
            "url": "https://t.co/abcDEF1234",
            "expanded_url": "https://example.sharepoint.com/:p:/s/board/EQx1?e=abc123",
            "display_url": "example.sharepoint.com/…"
          }
        ]
      },
      "id_str": "1500000000000000005",
      "created_at": "Wed Jun 14 20:10:00 +0000 2023",
      "truncated": false,
      "full_text": "Slides are here https://t.co/abcDEF1234",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1300000000000000006"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "entities": {
        "hashtags": [],
        "urls": []
      },
      "id_str": "1300000000000000006",
      "created_at": "Thu Jan 10 08:00:00 +0000 2019",
      "truncated": false,
      "full_text": "Snow on the line again. Trains every two hours, they say.",
      "lang": "en"
    }
  }
]