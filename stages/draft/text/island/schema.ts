import { Node } from '@tiptap/core'

/**
 * The text as the editor sees it, as in `../document.ts`: sections of a heading and clauses, words without marks. Looser than
 * what a text should be, on purpose: what two people left at once must be shown, or the binding would take it away.
 */
const Doc = Node.create({ name: 'doc', topNode: true, content: 'section*' })

const Section = Node.create({
  name: 'section',
  content: '(heading | clause)*',
  isolating: true,
  defining: true,
  addAttributes: () => ({ id: { default: null, rendered: false }, kind: { default: 'passage' } }),
  renderHTML: ({ node }) => [
    'section',
    { class: `fm-lsection is-${node.attrs['kind'] === 'recommendation' ? 'recommendation' : 'passage'}` },
    0,
  ],
})

const Heading = Node.create({
  name: 'heading',
  content: 'text*',
  marks: '',
  defining: true,
  renderHTML: () => ['h2', { class: 'fm-lheading' }, 0],
})

const Clause = Node.create({
  name: 'clause',
  content: 'text*',
  marks: '',
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  renderHTML: () => ['p', { class: 'fm-lclause' }, 0],
})

const Text = Node.create({ name: 'text' })

export const schemaParts = [Doc, Section, Heading, Clause, Text]
