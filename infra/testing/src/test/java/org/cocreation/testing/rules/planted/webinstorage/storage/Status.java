package org.cocreation.testing.rules.planted.webinstorage.storage;

import org.springframework.http.HttpStatus;

/** Planted. */
record Status(HttpStatus status) {}
