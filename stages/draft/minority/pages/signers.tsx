import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import { Button, Form, HiddenField, Row, Small } from '../../../../ui/index.ts'
import { Author } from '../../pages/parts.tsx'
import { minorityWords } from '../messages/words.ts'

export type SignersProps = {
  readonly reader: Reader
  readonly slug: string
  readonly number: number
  readonly revision: number
  readonly signers: readonly (Byline | undefined)[]
  /** What she can do here; undefined for nothing. */
  readonly act: 'sign' | 'withdraw' | undefined
}

/** The names under a minority text, and the press with which one puts one's own there or takes it back. */
export function Signers({ reader, slug, number, revision, signers, act }: SignersProps) {
  if (revision === 0) return null
  const say = minorityWords.say(reader.lang)
  return (
    <div class="fm-stack fm-stack--2">
      <p>{say('signed', { count: signers.length })}</p>
      <Row>
        {signers.map((signer) => (
          <Author reader={reader} author={signer} />
        ))}
      </Row>
      {act ? (
        <Form action={reader.to('draft.sign-minority', { problem: slug, number })} shape="inline">
          <HiddenField name="seen" value={String(revision)} />
          <Button name="act" value={act} variant="secondary" size="sm">
            {say(act)}
          </Button>
        </Form>
      ) : null}
      {act === 'sign' ? <Small>{say('sign-help')}</Small> : null}
    </div>
  )
}
