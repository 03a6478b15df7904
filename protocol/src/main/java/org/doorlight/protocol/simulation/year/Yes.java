package org.doorlight.protocol.simulation.year;

import org.doorlight.protocol.id.CommitmentId;

/** One yes and what was said about it since, fact by fact; a fact that is not written yet has the number {@link #NONE}. */
final class Yes {
    static final int NONE = Integer.MAX_VALUE;

    private final CommitmentId id;
    private final Person helper;
    private final int bucket;
    private final long saidAt;
    private final int offer;
    private final int vacancies;
    private final long comesBetweenAt;
    private int handBack = NONE;
    private long handedBackAt;
    private int still = NONE;
    private int stillVacancies;
    private int accept = NONE;
    private long acceptedAt;

    /**
     * A new one.
     *
     * @param offer number of the helper's fact
     * @param vacancies how many others had gone, as far as the helper's box had heard
     * @param comesBetweenAt when something comes in between; far away if nothing does
     */
    Yes(Helping helping, int offer, int vacancies, long comesBetweenAt) {
        this.helper = helping.person;
        this.id = helping.id;
        this.bucket = helping.bucket;
        this.saidAt = helping.now;
        this.offer = offer;
        this.vacancies = vacancies;
        this.comesBetweenAt = comesBetweenAt;
    }

    /** Who says yes, in which bucket, when, and how that yes is known. */
    record Helping(Person person, int bucket, long now, CommitmentId id) {}

    // ---- what happens to it

    void handBack(int fact, long now) {
        handBack = fact;
        handedBackAt = now;
    }

    void sayStill(int fact, int nowVacant) {
        still = fact;
        stillVacancies = nowVacant;
    }

    void accept(int fact, long now) {
        accept = fact;
        acceptedAt = now;
    }

    // ---- what it is

    CommitmentId id() {
        return id;
    }

    int home() {
        return helper.number();
    }

    Person helper() {
        return helper;
    }

    int bucket() {
        return bucket;
    }

    long saidAt() {
        return saidAt;
    }

    long comesBetweenAt() {
        return comesBetweenAt;
    }

    long handedBackAt() {
        return handedBackAt;
    }

    long acceptedAt() {
        return acceptedAt;
    }

    boolean isHandedBack() {
        return handBack != NONE;
    }

    boolean isAccepted() {
        return accept != NONE;
    }

    // ---- what a home holds of it

    boolean isHeardBy(int observer, Travel travel) {
        return travel.holds(observer, home(), offer);
    }

    boolean isHandedBackFor(int observer, Travel travel) {
        return travel.holds(observer, home(), handBack);
    }

    boolean isAcceptedFor(int observer, int requester, Travel travel) {
        return travel.holds(observer, requester, accept);
    }

    int vacanciesAtFirst() {
        return vacancies;
    }

    int vacanciesFor(int observer, Travel travel) {
        return travel.holds(observer, home(), still) ? Math.max(vacancies, stillVacancies) : vacancies;
    }
}
