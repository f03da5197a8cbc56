import type { Job, JobResult } from './scheduler';

/** The jobs of one scheduler, in the order they were asked for. */
export interface JobLedger<J extends Job = Job> {
  readonly jobs: readonly (J & JobResult)[];
  /** How many have been told. */
  readonly told: number;
  /** Numbers a job and keeps it as pending. */
  open(job: Omit<J, 'id'>): J;
  /** @throws RangeError when no job with this id is pending. */
  close(id: number, loss: number): J & { readonly loss: number };
}

export function jobLedger<J extends Job = Job>(): JobLedger<J> {
  const jobs: (J & JobResult)[] = [];
  let told = 0;
  return {
    jobs,
    get told() {
      return told;
    },
    open(job) {
      const opened = { ...job, id: jobs.length } as J;
      jobs.push(opened);
      return opened;
    },
    close(id, loss) {
      const job = jobs[id];
      if (job === undefined || job.loss !== undefined) {
        throw new RangeError('There is no pending suggestion with this id.');
      }
      const closed = { ...job, loss };
      jobs[id] = closed;
      told++;
      return closed;
    },
  };
}
