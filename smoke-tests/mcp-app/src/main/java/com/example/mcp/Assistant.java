package com.example.mcp;

/** The agent. */
interface Assistant {
  String chat(String question);
}
