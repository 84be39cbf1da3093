window.YTD.direct_messages.part0 = [
  {
    "dmConversation": {
      "messages": [
        {
          "messageCreate": {
            "text": "my number is 07700 900777"
          }
        }
      ]
    }
  }
]