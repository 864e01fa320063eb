package io.cradle.jobs.configuration;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.information.InformationConfig;
import io.cradle.ingest.IngestConfig;
import io.cradle.rollout.RolloutConfig;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.planning.PlanningConfig;
import io.cradle.training.simulator.Sampling;
import io.cradle.training.spark.DevicesConfig;
import io.cradle.training.spark.TrainingConfig;
import java.io.Serializable;

/**
 * Everything a run is told. A section is the record of the module that it speaks to; a key is a component's name.
 *
 * @param rollout which rollouts are made
 * @param curate when an episode is left out
 * @param balance which share each part of TRAIN is meant to have
 * @param pipeline which rollouts a build keeps up to date
 * @param information how much is measured of what data cost
 * @param ingest what recordings do not say of themselves
 * @param model the network
 * @param dream how a learned world draws what comes next
 * @param train how it is trained
 * @param devices what Spark gives to executors that train
 * @param evaluate how it is measured
 * @param plan what models are for: planning
 * @param spark where all that runs
 */
public record CradleConfig(
        RolloutConfig rollout,
        CurationConfig curate,
        BalanceConfig balance,
        PipelineConfig pipeline,
        InformationConfig information,
        IngestConfig ingest,
        ModelConfig model,
        Sampling dream,
        TrainingConfig train,
        DevicesConfig devices,
        EvaluationConfig evaluate,
        PlanningConfig plan,
        SparkConfig spark)
        implements Serializable {
    /** The same with other rollouts. */
    public CradleConfig with(RolloutConfig other) {
        return new CradleConfig(
                other,
                curate,
                balance,
                pipeline,
                information,
                ingest,
                model,
                dream,
                train,
                devices,
                evaluate,
                plan,
                spark);
    }
}
