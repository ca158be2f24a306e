import type { Politician } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { delegationsOf } from '../../platform/identity/index.ts'
import { delegateWords } from './messages/words.ts'
import { PreparedBy } from './pages/prepared-by.tsx'

/** For a politician's public page: who prepares for her today. */
export async function preparedPart(visit: Visit, { id, name }: Politician) {
  const all = await delegationsOf(visit.read, id, visit.now)
  const those = all.filter(({ holds }) => holds)
  if (those.length === 0) return null
  return <PreparedBy reader={visit} say={delegateWords.say(visit.lang)} {...{ name, those }} />
}
