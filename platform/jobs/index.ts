/** The door of the job queue. */
export { enqueue, startWorker, type EnqueueOptions, type Job, type Queue, type Work, type Worker } from './queue.ts'
