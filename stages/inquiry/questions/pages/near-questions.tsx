import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Form, PersonChip } from '../../../../ui/index.ts'
import { askedPerson, type Politicians } from '../../pages/people.ts'
import type { SayQuestion } from '../messages/words.ts'
import type { Question } from '../store.ts'

type NearQuestionsProps = {
  readonly reader: Reader
  readonly say: SayQuestion
  readonly problem: { readonly slug: string }
  readonly near: readonly Question[]
  readonly people: Politicians
}

/** Shown before the same is asked twice: whoever joins hears the same answer. */
export function NearQuestions({ reader, say, problem, near, people }: NearQuestionsProps) {
  return (
    <div class="fm-panel fm-stack" id="near">
      <h3 class="fm-h-aside">{say('ask.near')}</h3>
      <p class="fm-small">{say('ask.near-lead')}</p>
      {near.map((question) => {
        const at = { problem: problem.slug, number: question.number }
        return (
          <div class="fm-stack fm-stack--2">
            <p>
              <a href={reader.to('inquiry.question', at)} lang={question.language}>
                {question.question}
              </a>
            </p>
            <PersonChip {...askedPerson({ reader, people, to: question.to })} size="s" />
            {question.hasReply ? (
              <p class="fm-mini">{say('ask.near-answered')}</p>
            ) : (
              <Form action={reader.to('inquiry.ask-too', at)} label={say('too.ask')} shape="inline">
                <Button variant="secondary">{say('too.ask')}</Button>
              </Form>
            )}
          </div>
        )
      })}
    </div>
  )
}
