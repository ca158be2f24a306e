import { shownAs } from '../../problem/index.ts'
import { PersonChip, Section } from '../../../ui/index.ts'
import { profileName } from '../arena.ts'
import type { Seat } from '../store.ts'
import { workloadWords } from '../workload/messages/words.ts'
import type { PeoplePageProps } from './props.ts'

/** Politicians and citizens, each with the reason for the seat (R12). */
export function Seats(props: PeoplePageProps) {
  const { say, arena } = props
  return (
    <>
      {(['politician', 'citizen'] as const).map((kind) => {
        const seats = arena.seats.filter((seat) => seat.kind === kind)
        if (seats.length === 0) return null
        return (
          <Section id={kind} title={say(kind === 'politician' ? 'page.politicians' : 'page.citizens')}>
            <ul class="fm-list">
              {seats.map((seat) => (
                <li>
                  <One {...props} seat={seat} />
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
    </>
  )
}

function One({
  say,
  reader,
  arena,
  people,
  members,
  choosers,
  workload,
  seat,
}: PeoplePageProps & { readonly seat: Seat }) {
  const politician = seat.person === null ? undefined : people.get(seat.person)
  const member = members.get(seat.account)
  const exception = seat.person === null ? undefined : workload.exceptions.get(seat.person)
  const isOrganisation = seat.kind === 'citizen' && member?.shape === 'organisation'
  const line = politician
    ? [seat.isChair ? say('page.chair') : '', politician.role, politician.party ?? '']
    : [
        profileName(arena, seat.profile) || reader.common('role.member'),
        isOrganisation ? shownAs(reader, member).line : '',
      ]
  return (
    <div class="fm-stack fm-stack--2">
      <PersonChip
        name={seat.name}
        role={seat.kind === 'politician' ? 'politician' : isOrganisation ? 'organisation' : 'resident'}
        line={line.filter(Boolean).join(' · ')}
        href={
          politician
            ? reader.to('person', { person: politician.slug })
            : isOrganisation
              ? shownAs(reader, member).href
              : undefined
        }
      />
      <p class="fm-small">{say('page.seat-reason', { reason: seat.reason })}</p>
      {exception ? <p class="fm-small">{workloadWords.say(reader.lang)('seat.exception', exception)}</p> : null}
      {seat.criteria.length > 0 ? (
        <p class="fm-small">{say('page.seat-brings', { criteria: seat.criteria.join(' · ') })}</p>
      ) : null}
      <p class="fm-mini">{sinceLine({ say, reader, choosers }, seat)}</p>
    </div>
  )
}

/** Who chose, or that nobody did, and since when she sits. */
function sinceLine(
  { say, reader, choosers }: Pick<PeoplePageProps, 'say' | 'reader' | 'choosers'>,
  seat: Seat,
): string {
  const day = reader.time.day(seat.since)
  const name = choosers.get(seat.chosenBy)?.name ?? ''
  if (seat.way === 'drawn') return say('page.seat-drawn', { day })
  if (seat.chosenBy === seat.account) return say('page.seat-self', { day })
  return seat.way === 'chosen' && name !== '' ? say('page.seat-chosen', { name, day }) : say('page.seat-since', { day })
}
