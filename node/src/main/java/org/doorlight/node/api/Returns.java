package org.doorlight.node.api;

import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * What a route answers with when all is well.
 *
 * @param shape the record in the body, or of each item of the array
 * @param many true for an array
 * @param mediaType of the body
 */
record Returns(Class<? extends Record> shape, boolean many, HttpResponseStatus status, String mediaType) {
    private static final String JSON = "application/json";

    /** The shape of a document that other standards describe. */
    record AnyObject() {}

    static Returns one(Class<? extends Record> shape) {
        return new Returns(shape, false, HttpResponseStatus.OK, JSON);
    }

    static Returns many(Class<? extends Record> shape) {
        return new Returns(shape, true, HttpResponseStatus.OK, JSON);
    }

    /** 201 with the new thing and its address in the Location header. */
    static Returns created(Class<? extends Record> shape) {
        return new Returns(shape, false, HttpResponseStatus.CREATED, JSON);
    }

    /** Server-Sent Events whose data lines hold this. */
    static Returns stream(Class<? extends Record> shape) {
        return new Returns(shape, false, HttpResponseStatus.OK, "text/event-stream");
    }
}
