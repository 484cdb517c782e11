package org.cocreation.attendance;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about evidence that comes as it happens.
 *
 * @param clockTolerance by how much the clock of a phone at the door may be off before its times
 *     are corrected
 * @param countEvery how long a count of who is in the room is good
 */
@Validated
@ConfigurationProperties("cocreation.attendance.live")
public record LiveProperties(
    @NotNull @DefaultValue("2m") Duration clockTolerance,
    @NotNull @DefaultValue("1s") Duration countEvery) {}
