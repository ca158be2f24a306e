import { People, Section, type Person } from '../../../ui/index.ts'
import type { Attendee } from '../store.ts'
import type { MeetingPageProps } from './meeting-props.ts'

/** Who came and who did not, politicians and citizens alike. */
export function Presence({ reader, say, meeting, attendees, seatCount }: MeetingPageProps) {
  if (meeting.attendanceAt === null) {
    const isTold = meeting.source !== null
    return (
      <Section id="presence" title={say('presence.title')} size="aside">
        <p class="fm-small fm-muted">
          {isTold ? reader.common('unknown') : say('presence.not-yet', { seats: seatCount })}
        </p>
      </Section>
    )
  }
  const came = attendees.filter((attendee) => attendee.isPresent)
  const away = attendees.filter((attendee) => !attendee.isPresent)
  return (
    <Section
      id="presence"
      title={say('presence.title-held')}
      size="aside"
      lead={say('presence.count', { came: came.length, of: attendees.length })}
    >
      <People
        isColumn
        people={came.map((attendee) =>
          personOf(attendee, reader.common('role.politician'), reader.common('role.member')),
        )}
      />
      {away.length > 0 ? (
        <p class="fm-mini">{say('presence.away', { names: away.map(({ name }) => name).join(', ') })}</p>
      ) : null}
    </Section>
  )
}

function personOf({ person, name }: Attendee, politician: string, member: string): Person {
  return person === null ? { name, role: 'member', line: member } : { name, role: 'politician', line: politician }
}
