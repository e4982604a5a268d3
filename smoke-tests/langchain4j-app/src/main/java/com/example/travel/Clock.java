package com.example.travel;

import dev.langchain4j.service.TokenStream;

/** Tells the time of a city, piece by piece. */
public interface Clock {

  TokenStream tell(String question);
}
