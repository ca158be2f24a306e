import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'

const everywhere = ['basics', 'methods', 'platform', 'ui', 'stages', 'overview', 'app', 'scripts']
const testsNamed = (pattern: string): string[] => everywhere.map((folder) => `${folder}/**/${pattern}`)
const testServer = './platform/db/testing-server.ts'

// An odd zone and a random order: nothing may depend on either.
process.env.TZ = 'Pacific/Chatham'

export default defineConfig({
  test: {
    sequence: { shuffle: { files: true, tests: true }, sequencer: LongestFirst },
    maxWorkers: 2,
    // Limits are there for what hangs; how long all may take is said in the house rules. A busy machine takes ten times as long.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: testsNamed('*.test.{ts,tsx}'),
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
          isolate: false,
          setupFiles: ['./basics/testing-unbound.ts', './basics/testing-times.ts'],
          // Properties are many runs; a busy machine must not fail them.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: testsNamed('*.db.test.ts'),
          globalSetup: testServer,
          // Reading the house once a worker, not once a file, is a fifth of the time.
          isolate: false,
          setupFiles: ['./basics/testing-unbound.ts', './basics/testing-times.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'kills',
          include: ['journeys/**/*.kills.ts'],
          globalSetup: testServer,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          globalSetup: [testServer, './journeys/looked-at.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 1_800_000,
          // Of what is waited for, not of what takes long: a busy machine shows it later.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
