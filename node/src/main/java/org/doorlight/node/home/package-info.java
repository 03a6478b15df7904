/**
 * The folder a node lives in: its lock, its keystore, its settings, and how programs of the same machine find the running node.
 * Its face is {@link org.doorlight.node.home.Home}, with {@link org.doorlight.node.home.Configuration},
 * {@link org.doorlight.node.home.ApiToken}, {@link org.doorlight.node.home.ApiAddressFile} and
 * {@link org.doorlight.node.home.Passphrase}; everything that goes wrong is a {@link org.doorlight.node.home.HomeFailure}.
 * What the home key seals, and the database, belong to others.
 */
@NullMarked
package org.doorlight.node.home;

import org.jspecify.annotations.NullMarked;
