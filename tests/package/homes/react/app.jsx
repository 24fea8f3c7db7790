import { useState } from 'react';
import { ReadingRoom } from 'reading-room/react';

/** A page around documents, whose state the test sets through `hand`. */
export function App({ initial, hand }) {
  const [state, setState] = useState(initial);
  hand?.((change) => setState((state) => ({ ...state, ...change })));
  const { count, rooms, bare } = state;
  return (
    <main>
      <h1>Count {count}</h1>
      {count % 2 === 1 && <p>An odd count</p>}
      {rooms.map((name) => (
        <section key={name}>{bare ? <Bare name={name} {...state} /> : <Wrapped name={name} {...state} />}</section>
      ))}
    </main>
  );
}

function Wrapped({ name, count, level, isolated, html, isClosed }) {
  const [heard, setHeard] = useState('nothing');
  return (
    <>
      <ReadingRoom
        id={name}
        className={`room count-${count}`}
        src={`letter.txt?${name}`}
        loading="eager"
        headingLevel={level}
        isolated={isolated}
        idPrefix={name}
        html={html?.[name]}
        onRequest={(event) => isClosed && event.preventDefault()}
        onLoad={(event) => setHeard(`load of ${event.target.id}`)}
        onError={({ target, detail }) => setHeard(`${detail.error.code}: ${target.id}`)}
        ref={(element) => void (globalThis.refs ??= {})[name] || (element && (globalThis.refs[name] = element))}
      >
        <Children count={count} />
      </ReadingRoom>
      <output>{heard}</output>
    </>
  );
}

function Bare({ name, count, level }) {
  return (
    <reading-room id={name} class={`room count-${count}`} src={`letter.txt?${name}`} loading="eager" heading-level={level} id-prefix={name}>
      <Children count={count} />
    </reading-room>
  );
}

function Children({ count }) {
  return (
    <>
      {count % 2 === 1 && <em>Odd</em>}
      <p slot="before">Before {count}</p>
      <a href="letter.txt">Plain text {count}</a>
    </>
  );
}
