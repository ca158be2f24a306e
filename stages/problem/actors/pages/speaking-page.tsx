import type { Reader } from '../../../../platform/http/index.ts'
import { Button, ErrorSummary, Form, Head, Said, type Errors } from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayActor } from '../messages/words.ts'
import type { Spokesperson } from '../spokesperson-store.ts'

export type SpeakingPageProps = {
  readonly reader: Reader
  readonly say: SayActor
  readonly token: string
  readonly problem: Problem
  readonly actor: { readonly name: string; readonly number: number }
  readonly known: Spokesperson
  readonly errors: Errors
}

/** What the link in the mail opens: may your name stand here? */
export function SpeakingPage({ reader, say, token, problem, actor, known, errors }: SpeakingPageProps) {
  const { name, hasAgreed, expiresAt } = known
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say(hasAgreed ? 'speaking.agreed-title' : 'speaking.title')}
        lead={say(hasAgreed ? 'speaking.agreed-lead' : 'speaking.lead', { name, actor: actor.name })}
      />
      <p>
        <a href={reader.to('problem.actor', { problem: problem.slug, number: actor.number })}>
          {say('speaking.read', { actor: actor.name })}
        </a>
      </p>
      {expiresAt ? (
        <p class="fm-small">{say('speaking.until', { deadline: reader.time.deadline(expiresAt) })}</p>
      ) : (
        <p class="fm-small">{say('speaking.keep-link')}</p>
      )}
      <Form action={reader.to('problem.answer-speaking', { token })} label={say('speaking.title')}>
        <div class="fm-act">
          {hasAgreed ? (
            <Button name="answer" value="no" variant="secondary">
              {say('speaking.end')}
            </Button>
          ) : (
            <>
              <Button name="answer" value="yes">
                {say('speaking.yes')}
              </Button>
              <Button name="answer" value="no" variant="secondary">
                {say('speaking.no')}
              </Button>
            </>
          )}
        </div>
      </Form>
    </>
  )
}
