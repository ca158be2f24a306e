import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import type { StatementResult } from '../../../stages/opinion/index.ts'
import { Button, ButtonLink, Form, HiddenField, Row, Said, Spoken, Stack } from '../../../ui/index.ts'
import type { SayTakeUp } from '../messages/words.ts'
import type { Ways } from '../ways.ts'

export type LineProps = {
  readonly reader: Pick<Reader, 'to'>
  readonly say: SayTakeUp
  readonly slug: string
  readonly result: StatementResult
  /** Its numbers in words. */
  readonly words: string
  readonly ways: (statement: StatementResult['statement']) => Ways
  readonly children?: Child
}

/** One statement with its numbers, and what this reader can do about it in one press. */
export function StatementLine({ reader, say, slug, result: { statement }, words, ways, children }: LineProps) {
  const { clause, reply, agenda } = ways(statement)
  const about = <Spoken> {say('act.about', { text: statement.text })}</Spoken>
  return (
    <Stack gap="2">
      <p>
        <a href={reader.to('opinion.statement', { problem: slug, number: statement.number })}>
          <Said lang={statement.language}>{statement.text}</Said>
        </a>
      </p>
      <p class="fm-small">{words}</p>
      {clause || reply || agenda ? (
        <Row>
          {clause ? (
            <ButtonLink href={clause} size="sm" variant="secondary">
              {say('act.clause')}
              {about}
            </ButtonLink>
          ) : null}
          {reply ? (
            <ButtonLink href={reply} size="sm" variant="tertiary">
              {say('act.reply')}
              {about}
            </ButtonLink>
          ) : null}
          {agenda?.put ? (
            <Form action={agenda.put.action} shape="inline">
              <HiddenField name="title" value={agenda.put.title} />
              <Button size="sm" variant="tertiary">
                {say('act.agenda', { day: agenda.day })}
                {about}
              </Button>
            </Form>
          ) : agenda ? (
            <span class="fm-mini">{say('act.on-agenda', { day: agenda.day })}</span>
          ) : null}
        </Row>
      ) : null}
      {children}
    </Stack>
  )
}
