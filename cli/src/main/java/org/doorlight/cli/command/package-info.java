/**
 * One class for each command, and what they share: the options for all commands, and text for people. Rules of the product do not live
 * here: a command asks the node and prints its answer.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.cli.command;
