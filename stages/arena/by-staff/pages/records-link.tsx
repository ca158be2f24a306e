import type { Reader } from '../../../../platform/http/index.ts'
import { byStaffWords } from '../messages/words.ts'
import { mayRecord } from '../rules.ts'

/** Where staff write down what came without a computer. */
export function RecordsLink({ reader, slug }: { readonly reader: Reader; readonly slug: string }) {
  if (!mayRecord.allows(reader.actor)) return null
  return (
    <p>
      <a class="fm-link" href={reader.to('arena.staff-records', { problem: slug })}>
        {byStaffWords.say(reader.lang)('people.link')}
      </a>
    </p>
  )
}
