package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A home on a disk of a few megabytes that fills up: a small tmpfs, which only root can mount ({@code -Psoak}). */
class FullDiskSoak {
    private static final String SMALL = "size=2m";
    private static final String ROOMY = "size=16m";
    private static final int WRITES_MAX = 3_000;

    private Street street;
    private Path disk;
    private boolean mounted;

    @BeforeEach
    void a_small_disk() throws IOException, InterruptedException {
        street = Street.open();
        disk = Files.createDirectory(street.folder().resolve("Ana"));
        mounted = succeeds("mount", "-t", "tmpfs", "-o", SMALL + ",mode=0700", "doorlight-test", disk.toString());
        if (!mounted) {
            System.out.println("skipped, no full disk: only root can mount a small tmpfs, and not everywhere");
        }
        assumeTrue(mounted);
    }

    @AfterEach
    void everybody_leaves() throws IOException, InterruptedException {
        street.leave();
        if (mounted) {
            assertThat(succeeds("umount", disk.toString())).isTrue();
        }
        street.close();
    }

    @Test
    void a_full_disk_is_said_and_loses_nothing_and_with_room_again_it_works_again() throws Exception {
        Household ana = street.moveIn("Ana");
        ana.screen().founds("Lantern Street");
        DiskStory story = new DiskStory(ana);

        int confirmed = story.writesUntilRefused(WRITES_MAX);
        assertThat(confirmed).isBetween(20, WRITES_MAX - 1);
        story.showsTheTruth();
        assertThat(story.writes(5)).isZero();
        story.showsTheTruth();
        assertThat(story.saidClearly()).singleElement().asString().contains("The disk is full");

        assertThat(succeeds("mount", "-o", "remount," + ROOMY, disk.toString())).isTrue();
        story.recovers();
        story.isWellAgain();
        System.out.printf(
                "a full disk: %d writes confirmed before, %d in all, 0 lost; said: %s%n",
                confirmed, story.confirmed(), story.saidClearly());
    }

    @Test
    void a_start_on_a_full_disk_shows_what_is_there_or_says_what_is_wrong() throws Exception {
        Household ana = street.moveIn("Ana");
        ana.screen().founds("Lantern Street");
        DiskStory story = new DiskStory(ana);
        story.writesUntilRefused(WRITES_MAX);

        ana.losesPower();
        boolean started = story.starts(street.distribution());
        story.showsTheTruth();
        System.out.printf("a start on a full disk: %s, said: %s%n", started, story.saidClearly());

        assertThat(succeeds("mount", "-o", "remount," + ROOMY, disk.toString())).isTrue();
        story.isWellAgain();
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
