import type { Reader } from '../../../../platform/http/index.ts'
import { Details, List, Prose, Row } from '../../../../ui/index.ts'
import { inquiryWords } from '../../messages/words.ts'
import type { SayPosition } from '../messages/words.ts'
import type { Position } from '../store.ts'
import { StanceTag } from './stance-tag.tsx'

type StandsProps = {
  readonly reader: Pick<Reader, 'lang' | 'time'>
  readonly say: SayPosition
  readonly position: Pick<Position, 'standings'>
}

/** Where she stands now and why; where she stood before, one press away. */
export function Stands({ reader, say, position: { standings } }: StandsProps) {
  const now = standings.at(-1)
  if (!now) return null
  const earlier = standings.slice(0, -1).toReversed()
  const [before] = earlier
  const since = reader.time.day(now.at)
  return (
    <>
      <Row>
        <StanceTag lang={reader.lang} stance={now.stance} />
        <span class="fm-mini">
          {before
            ? say('stands.changed', { day: since, stance: inquiryWords.say(reader.lang)(`stance.${before.stance}`) })
            : say('stands.since', { day: since })}
        </span>
      </Row>
      <Prose text={now.reason} lang={now.language} />
      {earlier.length > 0 ? (
        <Details summary={say('stands.before', { count: earlier.length })}>
          <List
            items={earlier.map(({ stance, reason, language, at }) => (
              <div class="fm-stack fm-stack--2">
                <Row>
                  <StanceTag lang={reader.lang} stance={stance} />
                  <span class="fm-mini">{say('stands.since', { day: reader.time.day(at) })}</span>
                </Row>
                <Prose text={reason} lang={language} size="small" />
              </div>
            ))}
          />
        </Details>
      ) : null}
    </>
  )
}
