import { Section } from '../../../ui/index.ts'
import { freeSeats, profileFillings } from '../acceptances/vacancy-rules.ts'
import { profileName } from '../arena.ts'
import type { PeoplePageProps } from './props.ts'

/** Seats nobody sits on: free, offered, and left. Of citizens who left, only the seat is named. */
export function FreeSeats(props: PeoplePageProps) {
  const { say, reader, problem, arena, may } = props
  // Until the group begins, what it still misses says the same.
  const free = arena.isConfirmed ? freeLines(props) : []
  const hasSeats = arena.seats.length > 0 || arena.left.length > 0
  if (!hasSeats || (free.length === 0 && arena.asked.length === 0 && arena.left.length === 0)) return null
  return (
    <Section
      id="free-seats"
      title={say('page.vacant')}
      more={
        may.fill || may.readApplications
          ? { href: reader.to('arena.vacancies', { problem: problem.slug }), text: say('page.to-vacancies') }
          : undefined
      }
    >
      {free.length > 0 ? (
        <ul class="fm-small">
          {free.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
      {arena.asked.length > 0 ? (
        <p class="fm-small">{say('page.offers-waiting', { count: arena.asked.length })}</p>
      ) : null}
      {arena.left.length > 0 ? <Left {...props} /> : null}
    </Section>
  )
}

function freeLines({ say, arena }: PeoplePageProps): readonly string[] {
  const politicians = freeSeats(arena.filling, 'politician') ?? 0
  return [
    ...(politicians > 0 ? [say('page.vacant-politicians', { count: politicians })] : []),
    ...profileFillings(arena.filling).flatMap(({ profile, free }) =>
      free === null || free === 0
        ? []
        : [say('page.vacant-profile', { profile: profileName(arena, profile), count: free })],
    ),
  ]
}

function Left({ say, reader, arena }: PeoplePageProps) {
  return (
    <>
      <h3 class="fm-h-mid">{say('page.left')}</h3>
      <ul class="fm-small">
        {arena.left.map((seat) => {
          const day = reader.time.day(seat.endedAt)
          if (seat.kind === 'citizen')
            return <li>{say('page.left-citizen', { profile: profileName(arena, seat.profile), day })}</li>
          return (
            <li>
              {say(seat.why === 'left' ? 'page.left-politician' : 'page.left-out-of-office', { name: seat.name, day })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
