package es.clave.registry.audit;

/** What is wrong with a link of a chain. */
public enum Defect {
    /** The entry is not there, but later ones are. */
    MISSING("the entry is missing"),
    /** Something in the entry is not what it was when it was written. */
    CHANGED("the entry was changed after it was written"),
    /** The entry is sound, but does not follow from the one before. */
    NOT_LINKED(
            "the entry does not follow from the one before: entries were replaced, inserted or put in another order"),
    /** The entry is sound, but no server with this secret wrote it. */
    FORGED("the entry was not written by a server with this secret"),
    /** The chain should go on to here, by the table of heads. */
    CUT_OFF("the chain ends before this entry, but the table of heads knows of it: entries at the end were deleted"),
    /** The table of heads does not know that the chain goes on to here. */
    BEYOND_THE_HEAD("the table of heads does not know of this entry: it was inserted, or the head was changed"),
    /** The chain does not go through an end that it once had. */
    ANCHOR_LOST("the chain had another entry here before, or one: it was cut off or written anew since");

    private final String explanation;

    Defect(String explanation) {
        this.explanation = explanation;
    }

    /** What to tell an auditor. */
    public String explanation() {
        return explanation;
    }
}
