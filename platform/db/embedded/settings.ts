import { totalmem } from 'node:os'

/** How the embedded server is run: given on its command line, so that a new release's settings hold at once. */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',

  // An acknowledged write survives the loss of power.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // Small where the machine is small: the whole of Folkmoot should run on the smallest one can rent. A record of twenty years is
  // a gigabyte; what of it is asked again and again must not be fetched from the system each time where there is room.
  shared_buffers: `${sharedBuffers(totalmem())}MB`,
  max_connections: '60',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  huge_pages: 'off',
  jit: 'off',
  io_method: 'sync', // reading by separate worker processes pays only on large machines
  max_worker_processes: '2',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',

  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m ',
}

/**
 * Megabytes the server keeps pages in: an eighth of the machine's bytes, between 32 and 512. A quarter is what PostgreSQL's manual
 * advises where the machine is the database's alone; the application lives here too.
 */
export function sharedBuffers(memory: number): number {
  return Math.min(512, Math.max(32, Math.floor(memory / 8 / 1024 ** 2)))
}
