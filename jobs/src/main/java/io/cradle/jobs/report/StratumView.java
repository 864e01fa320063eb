package io.cradle.jobs.report;

import io.cradle.jobs.report.CurationInput.Stratum;
import java.util.Comparator;
import java.util.List;

/** A row of the table of strata: episodes and their share before, and after by weight. */
record StratumView(
        String name,
        String available,
        String shareBefore,
        String percentBefore,
        String kept,
        String weight,
        String shareAfter,
        String percentAfter) {
    private static final int MOST = 60;

    static List<StratumView> of(List<Stratum> strata) {
        double available = strata.stream().mapToLong(Stratum::available).sum();
        double mass = strata.stream().mapToDouble(StratumView::mass).sum();
        return strata.stream()
                .sorted(Comparator.comparingLong(Stratum::available).reversed().thenComparing(Stratum::name))
                .limit(MOST)
                .map(stratum -> of(stratum, stratum.available() / available, mass == 0 ? 0 : mass(stratum) / mass))
                .toList();
    }

    /** What stands below the table where it does not show all; null, which a template passes over, where it does. */
    static String more(List<Stratum> strata) {
        return strata.size() <= MOST
                ? null
                : "%s smaller strata are not shown.".formatted(Numbers.count(strata.size() - MOST));
    }

    private static double mass(Stratum stratum) {
        return stratum.kept() * stratum.weight();
    }

    private static StratumView of(Stratum stratum, double before, double after) {
        return new StratumView(
                stratum.name(),
                Numbers.count(stratum.available()),
                Numbers.share(before),
                Double.toString(100 * before),
                Numbers.count(stratum.kept()),
                stratum.kept() == 0 ? "" : Numbers.decimal(stratum.weight(), 2),
                Numbers.share(after),
                Double.toString(100 * after));
    }
}
