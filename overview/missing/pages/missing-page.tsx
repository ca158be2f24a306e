import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, Columns, Empty, Head, Said, Section } from '../../../ui/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import type { SayMissing } from '../messages/words.ts'

export type MissingPageProps = {
  readonly reader: Reader
  readonly say: SayMissing
  readonly problem: Problem
  /** Null where nobody has chosen what to compare with. */
  readonly voters: Child
  readonly contributors: Child
  /** Until when this reader may ask for a seat, in words; null where she may not. */
  readonly applyUntil: string | null
  readonly isSignedIn: boolean
}

/** Who votes and writes in a case against who lives here, and what whoever is missing can do. */
export function MissingPage({ reader, say, problem, voters, contributors, applyUntil, isSignedIn }: MissingPageProps) {
  const slug = { problem: problem.slug }
  return (
    <>
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')} />
      <Columns
        main={
          voters === null ? (
            <Empty title={say('none')} level={2}>
              <p>{say('none-next')}</p>
            </Empty>
          ) : (
            <>
              <Section id="voters" title={say('voters')}>
                {voters}
              </Section>
              <Section id="contributors" title={say('contributors')}>
                {contributors}
              </Section>
            </>
          )
        }
        aside={
          <>
            <Section id="join" title={say('join')} size="aside">
              {applyUntil === null ? (
                <p class="fm-small">
                  <a href={reader.to('journey', slug)}>{say('join-vote')}</a>
                </p>
              ) : (
                <>
                  <p class="fm-small">{say('join-text', { deadline: applyUntil })}</p>
                  <ButtonLink href={reader.to('arena.application', slug)} size="sm">
                    {say('join-link')}
                  </ButtonLink>
                </>
              )}
            </Section>
            {isSignedIn ? (
              <Section id="tell" title={say('tell')} size="aside">
                <p class="fm-small">{say('tell-text')}</p>
                <p class="fm-small">
                  <a href={`${reader.to('me')}#about-you`}>{say('tell-link')}</a>
                </p>
              </Section>
            ) : null}
            <p class="fm-small">
              <a href={reader.to('arena.representation', slug)}>{say('to-table')}</a>
            </p>
          </>
        }
      />
    </>
  )
}
