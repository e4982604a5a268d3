package com.example.newsroom;

/** What an article is about. */
public enum Category {
  SPORT,
  ECONOMY
}
