import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Form, List, Note, Section } from '../../../../ui/index.ts'
import { undoUntil as countsFrom } from '../rules.ts'
import type { Around } from '../around.ts'
import type { SayMerge } from '../messages/words.ts'

export type AroundProps = {
  readonly reader: Reader
  readonly say: SayMerge
  readonly slug: string
  readonly around: Around
}

/** That a problem goes on elsewhere, before anything else on its page. */
export function GoesOn({ reader, say, slug, around }: AroundProps) {
  const { goesOn } = around
  if (!goesOn) return null
  return (
    <Note icon="refer">
      <p>
        <strong>{say('banner.title')}</strong>
      </p>
      <p>
        {say('banner.go')}{' '}
        <a class="fm-link" href={reader.to('problem.page', { problem: goesOn.into.slug })} lang={goesOn.into.language}>
          {goesOn.into.question}
        </a>
      </p>
      <p>{say('banner.text', { day: reader.time.day(goesOn.at), name: goesOn.by, reason: goesOn.reason })}</p>
      <p>{say('banner.counts', { day: reader.time.day(countsFrom(goesOn)) })}</p>
      {goesOn.undoUntil ? (
        <>
          <p class="fm-mini">{say('banner.undo-until', { day: reader.time.day(goesOn.undoUntil) })}</p>
          <Form action={reader.to('problem.undo-merger', { problem: slug })} shape="inline" label={say('banner.undo')}>
            <Button variant="secondary" icon="undo">
              {say('banner.undo')}
            </Button>
          </Form>
        </>
      ) : null}
    </Note>
  )
}

/** What goes on here, what it was parted into, what it is part of; and who may put it in order does it from here. */
export function Belonging({ reader, say, slug, around }: AroundProps) {
  const { others, mayMerge, maySplit } = around
  return (
    <>
      {others.length === 0 ? null : (
        <Section id="around" title={say('around.title')} size="aside">
          <List
            items={others.map(({ how, problem }) => (
              <>
                <span class="fm-mini">{say(`around.${how}`)}</span>{' '}
                <a href={reader.to('problem.page', { problem: problem.slug })} lang={problem.language}>
                  {problem.question}
                </a>
              </>
            ))}
          />
        </Section>
      )}
      {mayMerge || maySplit ? (
        <Section id="order" title={say('acts.title')} size="aside">
          {mayMerge ? (
            <p>
              <a class="fm-link" href={reader.to('problem.merging', { problem: slug })}>
                {say('acts.merge')}
              </a>
            </p>
          ) : null}
          {maySplit ? (
            <p>
              <a class="fm-link" href={reader.to('problem.splitting', { problem: slug })}>
                {say('acts.split')}
              </a>
            </p>
          ) : null}
        </Section>
      ) : null}
    </>
  )
}
