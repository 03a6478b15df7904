package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.automerge.ChangeHash;
import org.automerge.Document;
import org.automerge.ExpandMark;
import org.automerge.NewValue;
import org.automerge.ObjectId;
import org.automerge.ObjectType;
import org.automerge.Transaction;

/** Documents written with the native engine, as the changes they consist of: the corpus for tests and mutations. */
final class EngineStories {

    /** What a document consists of, and what the engine showed when it was written. */
    record Story(String name, byte[] changes, List<ChangeId> heads, String view) {
        @Override
        public String toString() {
            return name;
        }
    }

    private EngineStories() {}

    static List<Story> all() {
        var stories = new ArrayList<Story>();
        stories.add(scalars());
        stories.add(nested());
        stories.add(lists());
        stories.add(text());
        stories.add(counters());
        stories.add(deletions());
        stories.add(threeNeighbours());
        stories.add(concurrentText());
        stories.add(listsOfEverything());
        IntStream.range(0, 20).mapToObj(EngineStories::random).forEach(stories::add);
        return stories;
    }

    private static Story scalars() {
        Document document = document(1);
        write(document, transaction -> {
            transaction.set(ObjectId.ROOT, "text", "soup on Tuesday? Müller 🔔");
            transaction.set(ObjectId.ROOT, "bytes", new byte[] {0, 1, (byte) 0xff});
            transaction.set(ObjectId.ROOT, "none", new byte[0]);
            transaction.set(ObjectId.ROOT, "int", NewValue.integer(Long.MIN_VALUE));
            transaction.setUint(ObjectId.ROOT, "uint", Long.MAX_VALUE);
            transaction.set(ObjectId.ROOT, "double", 3.25);
            transaction.set(ObjectId.ROOT, "nan", Double.NaN);
            transaction.set(ObjectId.ROOT, "yes", true);
            transaction.set(ObjectId.ROOT, "no", false);
            transaction.set(ObjectId.ROOT, "since", new Date(-1));
            transaction.setNull(ObjectId.ROOT, "nothing");
            transaction.set(ObjectId.ROOT, "counter", NewValue.counter(-3));
        });
        write(document, transaction -> transaction.set(ObjectId.ROOT, "text", "no soup"));
        return story("scalars", document);
    }

    private static Story nested() {
        Document document = document(2);
        write(document, transaction -> {
            ObjectId object = ObjectId.ROOT;
            for (int depth = 0; depth < ChangeLimits.CHANGE_DEPTH_MAX; depth++) {
                object = transaction.set(object, "inner", ObjectType.MAP);
            }
            transaction.set(object, "found", true);
        });
        return story("nested maps", document);
    }

    private static Story lists() {
        Document document = document(3);
        ObjectId[] list = new ObjectId[1];
        write(document, transaction -> {
            list[0] = transaction.set(ObjectId.ROOT, "list", ObjectType.LIST);
            IntStream.range(0, 30).forEach(index -> transaction.insert(list[0], index, index));
        });
        write(document, transaction -> {
            var more = List.of(NewValue.str("a"), NewValue.bool(true), NewValue.NULL, NewValue.f64(0.5));
            transaction.splice(list[0], 5, 10, more.iterator());
            transaction.set(list[0], 0, "first");
            transaction.set(list[0], 1, ObjectType.MAP);
            transaction.delete(list[0], 3);
        });
        return story("lists", document);
    }

    private static Story text() {
        Document document = document(4);
        ObjectId[] text = new ObjectId[1];
        write(document, transaction -> {
            text[0] = transaction.set(ObjectId.ROOT, "note", ObjectType.TEXT);
            transaction.spliceText(text[0], 0, 0, "the ladder is in the shed 🪜");
        });
        write(document, transaction -> {
            transaction.mark(text[0], 4, 10, "bold", true, ExpandMark.BOTH);
            transaction.mark(text[0], 0, 3, "link", "door", ExpandMark.NONE);
            transaction.markNull(text[0], 2, 6, "quiet", ExpandMark.BEFORE);
        });
        write(document, transaction -> {
            transaction.spliceText(text[0], 4, 6, "tall ladder");
            transaction.unmark(text[0], "bold", 0, 5, ExpandMark.AFTER);
        });
        return story("text with marks", document);
    }

    private static Story counters() {
        Document document = document(5);
        ObjectId[] list = new ObjectId[1];
        write(document, transaction -> {
            transaction.set(ObjectId.ROOT, "visits", NewValue.counter(0));
            transaction.increment(ObjectId.ROOT, "visits", 5);
            list[0] = transaction.set(ObjectId.ROOT, "tallies", ObjectType.LIST);
            transaction.insert(list[0], 0, NewValue.counter(7));
        });
        write(document, transaction -> {
            transaction.increment(ObjectId.ROOT, "visits", -2);
            transaction.increment(list[0], 0, 100);
        });
        write(document, transaction -> transaction.delete(ObjectId.ROOT, "visits"));
        return story("counters", document);
    }

    private static Story deletions() {
        Document document = document(6);
        write(document, transaction -> {
            transaction.set(ObjectId.ROOT, "here", 1);
            transaction.set(ObjectId.ROOT, "here", 2);
            transaction.delete(ObjectId.ROOT, "here");
            transaction.set(ObjectId.ROOT, "map", ObjectType.MAP);
        });
        write(document, transaction -> transaction.delete(ObjectId.ROOT, "map"));
        return story("deletions", document);
    }

    private static Story threeNeighbours() {
        Document ana = document(7);
        write(ana, transaction -> {
            transaction.set(ObjectId.ROOT, "title", "street party");
            transaction.set(ObjectId.ROOT, "visits", NewValue.counter(1));
        });
        Document ben = ana.fork(actor(8));
        Document cem = ana.fork(actor(5));
        for (Document each : List.of(ana, ben, cem)) {
            write(each, transaction -> {
                transaction.set(ObjectId.ROOT, "title", "party of " + each.getActorId()[0]);
                transaction.increment(ObjectId.ROOT, "visits", each.getActorId()[0]);
            });
        }
        ana.merge(ben);
        ana.merge(cem);
        write(ana, transaction -> {
            transaction.increment(ObjectId.ROOT, "visits", 1000);
            transaction.set(ObjectId.ROOT, "title", "settled");
        });
        return story("three neighbours", ana);
    }

    private static Story concurrentText() {
        Document ana = document(9);
        ObjectId[] text = new ObjectId[1];
        write(ana, transaction -> {
            text[0] = transaction.set(ObjectId.ROOT, "note", ObjectType.TEXT);
            transaction.spliceText(text[0], 0, 0, "bring chairs and cake");
        });
        Document ben = ana.fork(actor(1));
        write(ana, transaction -> transaction.spliceText(text[0], 6, 6, "tables"));
        write(ben, transaction -> transaction.spliceText(text[0], 0, 12, "take benches"));
        ana.merge(ben);
        write(ana, transaction -> transaction.spliceText(text[0], 0, 10, ""));
        return story("concurrent text", ana);
    }

    private static Story listsOfEverything() {
        Document document = document(10);
        write(document, transaction -> {
            ObjectId list = transaction.set(ObjectId.ROOT, "list", ObjectType.LIST);
            ObjectId map = transaction.insert(list, 0, ObjectType.MAP);
            ObjectId text = transaction.insert(list, 1, ObjectType.TEXT);
            ObjectId inner = transaction.insert(list, 2, ObjectType.LIST);
            transaction.spliceText(text, 0, 0, "tea");
            transaction.set(map, "k", ObjectType.LIST);
            transaction.insert(inner, 0, new Date(0));
            transaction.insertNull(inner, 1);
            transaction.insertUint(inner, 0, 5);
            transaction.delete(list, 1);
        });
        return story("lists of everything", document);
    }

    /** Neighbours who write at random, merge now and then, and write on. */
    static Story random(int seed) {
        var random = new Random(seed);
        var neighbours = new ArrayList<Document>();
        Document first = document(20 + seed);
        write(first, transaction -> {
            transaction.set(ObjectId.ROOT, "list", ObjectType.LIST);
            transaction.set(ObjectId.ROOT, "text", ObjectType.TEXT);
            transaction.set(ObjectId.ROOT, "map", ObjectType.MAP);
        });
        neighbours.add(first);
        for (int more = 0; more < random.nextInt(4); more++) {
            neighbours.add(first.fork(actor(100 + random.nextInt(100))));
        }
        for (int round = 0; round < 12; round++) {
            Document writer = neighbours.get(random.nextInt(neighbours.size()));
            write(writer, transaction -> new RandomWriter(random, transaction).write());
            if (random.nextInt(3) == 0) {
                writer.merge(neighbours.get(random.nextInt(neighbours.size())));
            }
        }
        neighbours.forEach(first::merge);
        return story("random " + seed, first);
    }

    private static Story story(String name, Document document) {
        var story = new Story(
                name,
                document.encodeChangesSince(new ChangeHash[0]),
                EngineView.heads(document),
                EngineView.of(document));
        document.free();
        return story;
    }

    private static Document document(int number) {
        return new Document(actor(number));
    }

    private static byte[] actor(int number) {
        byte[] actor = new byte[16];
        actor[0] = (byte) number;
        actor[15] = 1;
        return actor;
    }

    static void write(Document document, Consumer<Transaction> writing) {
        try (Transaction transaction = document.startTransaction()) {
            writing.accept(transaction);
            transaction.commit();
        }
    }
}
