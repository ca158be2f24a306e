import { href } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { filesOf } from '../../../platform/files/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Proof } from './pages/settle-form.tsx'
import type { Pledge } from './store.ts'

/** The files that prove them, each by the pledge it belongs to; what a moderator hid is not among them. */
export async function proofsOf(visit: Visit, pledges: readonly Pledge[]): Promise<ReadonlyMap<Id, readonly Proof[]>> {
  const kept = pledges.filter(({ state }) => state === 'kept').map(({ id }) => id)
  const files = await filesOf(visit.read, kept)
  const all = files.map((file) => ({
    about: file.about,
    name: file.name,
    href: href('file', { jurisdiction: visit.jurisdiction.slug, hash: file.hash }),
  }))
  return Map.groupBy(all, ({ about }) => about)
}
