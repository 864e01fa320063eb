"""Builds by Airflow 2: put this file into the folder of DAGs, once the paths are yours."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG(
    dag_id="cradle_builds",
    schedule="15 2 * * *",
    start_date=datetime(2025, 1, 1),
    # A build brings the dataset up to now: one for each night that was missed would find nothing to do.
    catchup=False,
    max_active_runs=1,
    # A build that died is run again as it is: it makes what is missing and nothing twice.
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
) as dag:
    bounce = BashOperator(
        task_id="bounce_nightly",
        bash_command="/opt/cradle/bin/cradle build bounce-nightly --out /data/bounce-nightly",
    )
    urchin = BashOperator(
        task_id="urchin_mix",
        bash_command="/opt/cradle/bin/cradle build urchin-mix --out /data/urchin-mix",
    )
    bounce >> urchin
