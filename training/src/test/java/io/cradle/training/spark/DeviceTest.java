package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
    private static final Optional<String> UNSET = Optional.empty();

    @ParameterizedTest(name = "address {0} among {1} is number {2}")
    @CsvSource({"0,,0", "3,,3", "3,'',3", "3,'2,3',1", "2,' 2 , 3 ',0", "GPU-8f,'GPU-1a,GPU-8f',1"})
    void cudaCountsOnlyWhatItIsLetSee(String address, String visible, int ordinal) {
        assertThat(new Device("1", address).ordinal(Optional.ofNullable(visible)))
                .isEqualTo(ordinal);
    }

    @ParameterizedTest(name = "address {0} among {1}")
    @CsvSource({"GPU-8f,", "0,'2,3'", "2,GPU-2", "'0,1',"})
    void anAddressThatCudaDoesNotKnowIsRefused(String address, String visible) {
        assertThatThrownBy(() -> new Device("7", address).ordinal(Optional.ofNullable(visible)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot bind GPU '%s' of executor 7: ".formatted(address))
                .hasMessageContaining("CUDA_VISIBLE_DEVICES='%s'".formatted(visible == null ? "" : visible));
    }

    @Test
    void aTaskComputesOnTheCardOfItsAddress() {
        FakeCards cards = new FakeCards(8, 8, 7);
        new Device("1", "2").bind(Optional.of(cards), UNSET);
        assertThat(cards.chosen).containsExactly(2);
        new Device("1", "2").bind(Optional.of(cards), Optional.of("0,2"));
        assertThat(cards.chosen).containsExactly(2, 1);
    }

    @Test
    void withoutAnAddressTheFirstCardIsCheckedAndNoneChosen() {
        FakeCards cards = new FakeCards(8, 9);
        new Device("driver", "").bind(Optional.of(cards), UNSET);
        assertThat(cards.chosen).isEmpty();
        assertThatThrownBy(() -> new Device("driver", "").bind(Optional.of(new FakeCards(9)), UNSET))
                .hasMessageContaining("its compute capability is 9.0");
    }

    @Test
    void aCardThatCannotBeServedIsNotChosen() {
        FakeCards cards = new FakeCards(8, 9);
        assertThatThrownBy(() -> new Device("1", "1").bind(Optional.of(cards), UNSET))
                .hasMessageContaining("Cannot train on card 'card 1': its compute capability is 9.0");
        assertThat(cards.chosen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2"})
    void aCardThatCudaDoesNotSeeIsRefused(String address) {
        assertThatThrownBy(() -> new Device("1", address).bind(Optional.of(new FakeCards()), UNSET))
                .hasMessageStartingWith(
                        "Cannot bind GPU '%s' of executor 1: CUDA sees 0 cards there".formatted(address));
    }

    @Test
    void onACpuBackendATaskOnlyLearnsWhereItIs() {
        new Device("1", "5").bind(Optional.empty(), UNSET);
        assertThat(LocalSpark.context()
                        .parallelize(List.of(1), 1)
                        .map(task -> Device.bind())
                        .collect())
                .containsExactly(new Device("driver", ""));
    }

    @Test
    void theCpuBackendShowsNoCardsAndStartsAsItDoesWithoutBeingAsked() {
        assertThat(CudaCards.here()).isEmpty();
        assertThat(CudaCards.backend("org.nd4j.linalg.cpu.nativecpu.CpuBackend"))
                .hasValueSatisfying(
                        backend -> assertThat(CudaCards.open(backend)).isNotNull());
    }

    @Test
    void logsNameTheGpuOnlyWhereThereIsOne() {
        assertThat(new Device("2", "0").place()).isEqualTo("2 gpu 0");
        assertThat(new Device("2", "").place()).isEqualTo("2");
    }

    private static final class FakeCards implements Cards {
        private final List<Integer> majors;
        private final List<Integer> chosen = new ArrayList<>();

        private FakeCards(Integer... majors) {
            this.majors = List.of(majors);
        }

        @Override
        public int count() {
            return majors.size();
        }

        @Override
        public Capability capability(int ordinal) {
            return new Capability(majors.get(ordinal), 0, "card " + ordinal);
        }

        @Override
        public void choose(int ordinal) {
            chosen.add(ordinal);
        }
    }
}
