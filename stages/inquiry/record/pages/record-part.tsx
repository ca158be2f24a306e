import type { Reader } from '../../../../platform/http/index.ts'
import { List, Panel, Prose, Section } from '../../../../ui/index.ts'
import { positionWords } from '../../positions/messages/words.ts'
import { Stands } from '../../positions/pages/stands.tsx'
import type { Position } from '../../positions/store.ts'
import type { ThreadReply } from '../../replies/store.ts'
import type { SayRecord } from '../messages/words.ts'

export type RecordPartProps = {
  readonly reader: Reader
  readonly say: SayRecord
  readonly name: string
  readonly positions: readonly (Position & { readonly case: string; readonly slug: string })[]
  readonly replies: readonly (ThreadReply & { readonly title: string; readonly href: string })[]
}

/** Where she stands and stood, and what she replied: her own words, in the order of time, counted against nobody's. */
export function RecordPart({ reader, say, name, positions, replies }: RecordPartProps) {
  return (
    <>
      <Section id="positions" title={say('positions', { name })}>
        {positions.length === 0 ? <p class="fm-text fm-muted">{say('positions-none', { name })}</p> : null}
        {positions.map((position) => (
          <Panel>
            <h3 class="fm-h-mid" lang={position.language}>
              {position.subject}
            </h3>
            <p class="fm-mini">
              <a href={`${reader.to('inquiry.positions', { problem: position.slug })}#position-${position.number}`}>
                {say('in-case', { question: position.case })}
              </a>
            </p>
            <Stands reader={reader} say={positionWords.say(reader.lang)} position={position} />
          </Panel>
        ))}
      </Section>
      {replies.length === 0 ? null : (
        <Section id="replies" title={say('replies', { name })}>
          <List
            items={replies.map(({ text, language, title, href, writtenAt }) => (
              <div class="fm-stack fm-stack--2">
                <Prose text={text} lang={language} />
                <p class="fm-mini">
                  <a href={href}>{say('reply-to', { title })}</a>, {reader.time.day(writtenAt)}
                </p>
              </div>
            ))}
          />
        </Section>
      )}
    </>
  )
}
