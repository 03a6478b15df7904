package org.doorlight.protocol.core.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.doorlight.protocol.core.inspect.Inspection.Fact;
import org.doorlight.protocol.id.Identifier;

/** Collects what bytes say, in the order people read it. */
final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    Facts id(String name, String words, Identifier id) {
        return text(name, words, id.hex());
    }

    /** Left out if the id is all zero, which stands for none. */
    Facts idUnlessNone(String name, String words, Identifier id) {
        return id.hex().chars().allMatch(digit -> digit == '0') ? this : id(name, words, id);
    }

    Facts ids(String name, String words, Collection<? extends Identifier> ids) {
        return texts(name, words, ids.stream().map(Identifier::hex).toList());
    }

    Facts hex(String name, String words, byte[] bytes) {
        return text(name, words, HexFormat.of().formatHex(bytes));
    }

    Facts number(String name, String words, long number) {
        return add(new Fact(name, words, number));
    }

    Facts text(String name, String words, String text) {
        return add(new Fact(name, words, text));
    }

    Facts texts(String name, String words, List<String> texts) {
        return add(new Fact(name, words, List.copyOf(texts)));
    }

    private Facts add(Fact fact) {
        facts.add(fact);
        return this;
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }
}
