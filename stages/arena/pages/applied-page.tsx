import type { Reader } from '../../../platform/http/index.ts'
import { Button, ButtonLink, Confirmation, FactList, Form, Head, Prose, Said, Section } from '../../../ui/index.ts'
import type { Problem } from '../../problem/index.ts'
import { profileName, type Arena } from '../arena.ts'
import { OwnDrawPart } from '../lottery/pages/own-draw.tsx'
import type { DrawView, Mine } from '../lottery/view.ts'
import type { SayArena } from '../messages/words.ts'
import { ownSentences, ownTitle, type OwnStanding } from '../own-application.ts'
import { fewestShown } from './call.tsx'

export type AppliedPageProps = {
  readonly say: SayArena
  readonly reader: Reader
  readonly problem: Problem
  readonly arena: Arena
  readonly own: OwnStanding
  /** The draw she is in, as she may see it. */
  readonly drawn:
    | { readonly mine: Mine; readonly view: DrawView; readonly href: string; readonly placeLang: string }
    | undefined
  /** How many asked for the same profile. */
  readonly asked: number
  readonly mayChange: boolean
}

/** What became of my application, whenever I come back: the answer, its reason, and what it was measured against. */
export function AppliedPage(props: AppliedPageProps) {
  const { say, reader, problem, arena, own, drawn } = props
  const { application } = own
  const title = ownTitle(reader, own)
  const lead = say('apply.done-lead', {
    number: application.number,
    profile: profileName(arena, application.profile),
    day: reader.time.day(application.appliedAt),
  })
  return (
    <>
      {application.state === 'waiting' && !own.draw ? (
        <Confirmation title={title} lead={lead}>
          <State {...props} />
        </Confirmation>
      ) : (
        <>
          <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={title} lead={lead} />
          <State {...props} />
        </>
      )}
      {drawn ? <OwnDrawPart reader={reader} {...drawn} /> : null}
      {application.state === 'waiting' ? null : <Numbers {...props} />}
      <Section id="words" title={say('apply.words')} size="mid">
        <Prose text={application.motivation} />
        <p class="fm-small">{say('list.tie', { tie: application.tie })}</p>
      </Section>
      <Acts {...props} />
      <p>
        <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
          {say('apply.back')}
        </a>
      </p>
    </>
  )
}

function State({ say, reader, problem, own }: AppliedPageProps) {
  return (
    <div class="fm-stack fm-stack--3">
      {ownSentences(reader, own).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {own.application.state !== 'waiting' && own.offer?.state === 'waiting' ? (
        <div class="fm-act">
          <ButtonLink href={reader.to('arena.offer', { problem: problem.slug })}>{say('apply.to-offer')}</ButtonLink>
        </div>
      ) : null}
    </div>
  )
}

/** What the answer was measured against: how many asked for how many seats, and what somebody should bring. */
function Numbers({ say, reader, arena, own: { application }, asked }: AppliedPageProps) {
  const profile = arena.rule.profiles.find(({ id }) => id === application.profile)
  if (!profile) return null
  return (
    <Section
      id="numbers"
      title={say(profile.drawn > 0 ? 'apply.numbers-drawn' : 'apply.numbers', { profile: profile.name })}
      size="mid"
    >
      <FactList
        rows={[
          { term: say('apply.asked-for'), value: asked < fewestShown ? say('page.fewer-than-five') : String(asked) },
          {
            term: say('page.wanted'),
            value: profile.wanted === null ? reader.common('unknown') : String(profile.wanted),
          },
          ...(profile.criteria.length > 0
            ? [{ term: say('apply.criteria'), value: profile.criteria.join(' · ') }]
            : []),
        ]}
      />
    </Section>
  )
}

function Acts({ say, reader, problem, own, mayChange }: AppliedPageProps) {
  if (own.application.state !== 'waiting') return null
  const to = { problem: problem.slug }
  return (
    <Form action={reader.to('arena.withdraw-application', to)} label={say('apply.withdraw')}>
      <div class="fm-act">
        {mayChange ? (
          <ButtonLink href={`${reader.to('arena.application', to)}?change`} variant="secondary">
            {say('apply.change')}
          </ButtonLink>
        ) : null}
        <Button variant="secondary">{say('apply.withdraw')}</Button>
      </div>
      <p class="fm-mini">{say(own.isOpen ? 'apply.withdraw-help' : 'apply.withdraw-closed')}</p>
    </Form>
  )
}
