import { ButtonLink, Empty, Head, Said, Section } from '../../../../ui/index.ts'
import type { DrawPageProps } from './props.ts'

/** Before anything was prepared: what a draw is, and where it begins. */
export function NotBegun({ say, reader, problem, view }: DrawPageProps) {
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('none.title')}
        lead={say('none.lead')}
      />
      <Empty
        title={say(view.standing.all.some(({ step }) => step === 'ended') ? 'none.ended' : 'none.empty')}
        level={2}
        action={
          view.mayPrepare ? (
            <ButtonLink href={reader.to('arena.lottery-limits', { problem: problem.slug })}>
              {say('none.begin')}
            </ButtonLink>
          ) : (
            <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
              {say('none.back')}
            </a>
          )
        }
      >
        <p>{say('none.next')}</p>
      </Empty>
    </>
  )
}

/** The other draws of this case, what came of each; each can be looked at and checked as before. */
export function Earlier({ say, reader, view, problem }: DrawPageProps) {
  const { all, at, lottery } = view.standing
  const others = all.filter(
    ({ number, step }) => number !== (lottery?.number ?? at.lottery) && (step === 'drawn' || step === 'ended'),
  )
  if (others.length === 0) return null
  const to = reader.to('arena.lottery', { problem: problem.slug })
  return (
    <Section id="earlier" title={say('earlier.title')} size="mid">
      <ul class="fm-small">
        {others.map(({ number, endedAt, endedReason }) => (
          <li>
            <a class="fm-link" href={`${to}?draw=${number}`}>
              {say('earlier.draw', { number })}
            </a>{' '}
            {endedAt
              ? say('earlier.one', { day: reader.time.day(endedAt), reason: endedReason })
              : say('earlier.drawn')}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** An earlier draw is asked for by its number; the newest needs none. */
export function drawAsked({ standing }: DrawPageProps['view']): string {
  return standing.isNewest ? '' : `?draw=${standing.at.lottery}`
}
