/**
 * Whose turn it is, and who rests (CARE §5, §6): capacity, ceilings, the rest guard, what of it all the street may see, and fair turns. Pure
 * functions of facts and now, one rule in one file. What is private here (ceiling, load, reasons) is reached by a home's own node only;
 * others see {@link org.doorlight.protocol.care.turns.Published} and nothing else.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.care.turns;
