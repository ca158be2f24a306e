import { unbindAll } from './bound.ts'

// Run before each test file: files share a process, and none may lean on what another has bound.
unbindAll()
