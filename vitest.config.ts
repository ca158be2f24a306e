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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: testsNamed('*.test.{ts,tsx}'),
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'kills',
          include: ['journeys/**/*.kills.ts'],
          globalSetup: testServer,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.journey.ts'],
          globalSetup: testServer,
          testTimeout: 360_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
