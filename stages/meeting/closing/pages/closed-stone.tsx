import { Note, Section } from '../../../../ui/index.ts'
import type { MeetingPageProps } from '../../pages/meeting-props.ts'
import { closingWords } from '../messages/words.ts'
import { publicDecisions } from '../rules.ts'

/** What the public reads in place of a closed meeting: when it was closed, by whom, on which ground, and what was decided. */
export function ClosedStone({ reader, meeting, items, authors }: MeetingPageProps) {
  const say = closingWords.say(reader.lang)
  const { decisions, closed } = publicDecisions(items, meeting)
  const by = meeting.closedBy ? authors.get(meeting.closedBy)?.name : undefined
  return (
    <Section id="closed" title={say('stone.title')}>
      <Note icon="locked">
        <p>
          {say('stone.who', {
            name: by || reader.common('unknown'),
            day: meeting.closedAt ? reader.time.day(meeting.closedAt) : reader.common('unknown'),
          })}
        </p>
        <p>{say('stone.ground', { ground: meeting.closedGround })}</p>
        {meeting.closedWords ? <p>{meeting.closedWords}</p> : null}
      </Note>
      {decisions.length > 0 ? (
        <>
          <h3>{say('stone.decisions')}</h3>
          <ul>
            {decisions.map((decision) => (
              <li>{decision}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{closed > 0 ? say('stone.closed-too', { closed }) : say('stone.none')}</p>
      )}
    </Section>
  )
}
