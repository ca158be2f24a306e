import type { Reader } from '../../../../platform/http/index.ts'
import { List, Panel, Said } from '../../../../ui/index.ts'
import { appealWords } from '../messages/words.ts'
import type { Appeal } from '../store.ts'

export type LookedForProps = {
  readonly reader: Pick<Reader, 'lang' | 'to'>
  readonly slug: string
  readonly appeals: readonly Appeal[]
}

/** "We are still looking for …", where one asks for a seat. */
export function LookedFor({ reader, slug, appeals }: LookedForProps) {
  if (appeals.length === 0) return null
  const say = appealWords.say(reader.lang)
  return (
    <Panel>
      <h2 class="fm-h-mid" id="looked-for">
        {say('now.title')}
      </h2>
      <List
        isTight
        items={appeals.map(({ number, whom, wanted, language }) => (
          <div>
            <a href={reader.to('arena.appeal', { problem: slug, number })}>
              <Said lang={language}>{whom}</Said>
            </a>{' '}
            <span class="fm-mini">{say('now.wanted', { count: wanted })}</span>
          </div>
        ))}
      />
    </Panel>
  )
}
