import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { type Block, type Item, type Msg, type Option, plainText } from '../../../../src/index.ts';
import { chartSvg } from '../../../documents/chart.ts';
import { fileName } from '../../../documents/index.ts';
import { pageWords } from '../words.ts';
import { Actions } from './actions.tsx';
import { ItemTable } from './item-table.tsx';
import { type Reader, words } from './reader.ts';
import { Marked, Spans } from './spans.tsx';

export type Heading = 'h3' | 'h4';
/** The level of a part's heading, under the title of its view. */
const below = { h3: 'h4', h4: 'h5' } as const;

interface Around {
  readonly reader: Reader;
  /** The level of titles; headings of parts are one below. */
  readonly heading: Heading;
  /** What is said at the switch that has yet to be turned on; null when nothing is missing. */
  readonly missing?: Msg | null;
  /** The id of the heading above all of it. */
  readonly under?: string;
}

/** The blocks of a card, form or home page. `id` is unique in the page; controls get stable ids from it. */
export const Blocks: FC<Around & { blocks: readonly Block[]; id: string }> = ({ blocks, id, ...around }) => (
  <>
    {blocks.map((block, i) => (
      <OneBlock {...around} block={block} id={`${id}-${i}`} />
    ))}
  </>
);

type Of<K extends Block['is']> = FC<{ reader: Reader; block: Extract<Block, { is: K }>; id: string }>;

const OneBlock: FC<Around & { block: Block; id: string }> = ({ reader, heading, missing, under, block, id }) => {
  switch (block.is) {
    case 'text':
      return <Text reader={reader} block={block} heading={heading} />;
    case 'quote':
      return <Quote reader={reader} block={block} id={id} />;
    case 'facts':
      return <Facts reader={reader} block={block} id={id} />;
    case 'list':
      return <List reader={reader} block={block} id={id} />;
    case 'pick':
      return <Pick reader={reader} block={block} id={id} />;
    case 'switch':
      return <Switch reader={reader} block={block} id={id} missing={block.on ? null : (missing ?? null)} />;
    case 'actions':
      return <Actions reader={reader} actions={block.actions} id={id} under={under} />;
    case 'copy':
      return <Copy reader={reader} block={block} id={id} />;
    case 'chart':
      return <Drawing reader={reader} block={block} id={id} />;
    case 'file':
      return <Download reader={reader} block={block} id={id} />;
    case 'rule':
      return <hr />;
  }
};

const Text: FC<{ reader: Reader; block: Extract<Block, { is: 'text' }>; heading: Heading }> = ({
  reader,
  block,
  heading: Title,
}) => {
  const content = <Spans reader={reader} spans={block.spans} />;
  if (block.style === 'title') return <Title class="title">{content}</Title>;
  if (block.style === 'heading') {
    const Part = below[Title];
    return <Part class="heading">{content}</Part>;
  }
  if (block.style !== 'urgent') return <p class={block.style}>{content}</p>;
  return (
    <p class="urgent">
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2 1.5 17.5h17L10 2Zm0 5.5v5m0 2.2v.3" />
      </svg>
      <strong>{content}</strong>
    </p>
  );
};

const Quote: Of<'quote'> = ({ reader, block }) => (
  <figure class="quote">
    {block.label === null ? null : <figcaption>{words(reader, block.label)}</figcaption>}
    <blockquote>
      <Marked text={block.text} marks={block.marks} />
    </blockquote>
  </figure>
);

const Facts: Of<'facts'> = ({ reader, block }) => (
  <dl class="facts">
    {block.rows.map((row) => (
      <div>
        <dt>{words(reader, row.label)}</dt>
        <dd>
          <Spans reader={reader} spans={row.value} />
        </dd>
      </div>
    ))}
  </dl>
);

const List: Of<'list'> = ({ reader, block, id }) =>
  block.items.length === 0 ? (
    <p class="quiet">{words(reader, block.empty)}</p>
  ) : block.table !== undefined ? (
    <ItemTable reader={reader} head={block.table} items={block.items} id={id} />
  ) : (
    <ul class="items">
      {block.items.map((item, i) => (
        <OneItem reader={reader} item={item} id={`${id}-${i}`} />
      ))}
    </ul>
  );

const OneItem: FC<{ reader: Reader; item: Item; id: string }> = ({ reader, item, id }) => (
  <li>
    <p class="item-title">
      <Spans reader={reader} spans={item.title} />
    </p>
    {item.detail.length === 0 ? null : (
      <p class="quiet">
        <Spans reader={reader} spans={item.detail} />
      </p>
    )}
    {item.quote === null ? null : (
      <figure class="quote">
        <blockquote>{item.quote}</blockquote>
      </figure>
    )}
    <Actions reader={reader} actions={item.actions} id={id} />
  </li>
);

/** Chosen at once: the script sends `chosen` when a choice changes. */
const Pick: Of<'pick'> = ({ reader, block, id }) => (
  <fieldset class="pick" id={id} data-pick={block.do} data-with={JSON.stringify(block.with)}>
    <legend>{words(reader, block.label)}</legend>
    {block.options.map((option, i) => (
      <Choice
        reader={reader}
        option={option}
        name={id}
        many={block.many}
        checked={block.chosen.includes(option.value)}
        id={`${id}-${i}`}
      />
    ))}
  </fieldset>
);

const Switch: FC<{ reader: Reader; block: Extract<Block, { is: 'switch' }>; id: string; missing: Msg | null }> = ({
  reader,
  block,
  id,
  missing,
}) => (
  <div class={missing === null ? 'switch' : 'switch missing'}>
    {missing === null ? null : (
      <p class="error" id={`${id}-error`}>
        {words(reader, missing)}
      </p>
    )}
    <p class="choice">
      <input
        type="checkbox"
        id={id}
        checked={block.on}
        data-switch={block.do}
        data-with={JSON.stringify(block.with)}
        {...(missing === null ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-error` })}
      />
      <label for={id}>{words(reader, block.label)}</label>
    </p>
  </div>
);

const Copy: Of<'copy'> = ({ reader, block, id }) => {
  const text = plainText(block.lines, reader);
  return (
    <div class="copy">
      <div class="copy-head">
        <label for={id} class="label">
          {words(reader, block.label)}
        </label>
        <button type="button" id={`${id}-button`} class="button plain" data-copy={id}>
          {pageWords.copy}
        </button>
      </div>
      <textarea id={id} readonly rows={Math.min(text.split('\n').length + 1, 20)}>
        {`\n${text}`}
      </textarea>
    </div>
  );
};

const pageInk = { line: 'var(--accent)', text: 'var(--soft)', grid: 'var(--line)', paper: null } as const;

/** The picture carries its alternative text; the markup holds words of the catalogue only. */
const Drawing: Of<'chart'> = ({ reader, block }) => (
  <figure class="chart">
    <figcaption class="label">{words(reader, block.label)}</figcaption>
    {raw(chartSvg(block, reader.locale, pageInk))}
  </figure>
);

/** The file is made when it is asked for. */
const Download: Of<'file'> = ({ reader, block, id }) => (
  <p class="file">
    <a class="button plain" href={reader.fileLink(id)} download={fileName(block.document, block.format)} id={id}>
      {pageWords.download(fileName(block.document, block.format))}
    </a>
  </p>
);

interface ChoiceProps {
  readonly reader: Reader;
  readonly option: Option;
  readonly name: string;
  readonly many: boolean;
  readonly checked: boolean;
  readonly id: string;
}

/** One option of a pick, as a radio button or a check box. */
export const Choice: FC<ChoiceProps> = ({ reader, option, name, many, checked, id }) => (
  <p class="choice">
    <input
      type={many ? 'checkbox' : 'radio'}
      id={id}
      name={name}
      value={option.value}
      checked={checked}
      {...(option.hint === null ? {} : { 'aria-describedby': `${id}-hint` })}
    />
    <span>
      <label for={id}>{'msg' in option.label ? words(reader, option.label.msg) : option.label.typed}</label>
      {option.hint === null ? null : (
        <span class="quiet" id={`${id}-hint`}>
          {words(reader, option.hint)}
        </span>
      )}
    </span>
  </p>
);
