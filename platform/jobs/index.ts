/** The door of the job queue. */
export { impatient, openPatience, type Patience } from './patience.ts'
export {
  enqueue,
  enqueueAll,
  startWorker,
  type EnqueueOptions,
  type Job,
  type Queue,
  type Work,
  type Worker,
} from './queue.ts'
