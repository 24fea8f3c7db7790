import { defineComponent, h, ref } from 'vue';
import { ReadingRoom } from 'reading-room/vue';

/** A page around documents, whose state the test sets. */
export const App = defineComponent({
  props: ['state'],
  setup: ({ state }) => () => {
    const { count, rooms } = state;
    return h('main', [
      h('h1', `Count ${count}`),
      count % 2 === 1 ? h('p', 'An odd count') : null,
      rooms.map((name) => h('section', { key: name }, [state.bare ? bare(name, state) : h(Wrapped, { name, state })])),
    ]);
  },
});

const Wrapped = defineComponent({
  props: ['name', 'state'],
  setup({ name, state }) {
    const heard = ref('nothing');
    return () => {
      const { count, level, isolated, html, isClosed } = state;
      const properties = {
        id: name,
        class: `room count-${count}`,
        src: `letter.txt?${name}`,
        loading: 'eager',
        headingLevel: level,
        isolated,
        idPrefix: name,
        html: html?.[name],
        onRequest: (event) => isClosed && event.preventDefault(),
        onLoad: (event) => (heard.value = `load of ${event.target.id}`),
        onError: ({ target, detail }) => (heard.value = `${detail.error.code}: ${target.id}`),
        ref: (element) => void (globalThis.refs ??= {})[name] || (element && (globalThis.refs[name] = element)),
      };
      return [h(ReadingRoom, properties, () => children(count)), h('output', heard.value)];
    };
  },
});

function bare(name, { count, level }) {
  const attributes = { id: name, class: `room count-${count}`, src: `letter.txt?${name}`, loading: 'eager', 'id-prefix': name };
  return h('reading-room', { ...attributes, 'heading-level': level }, children(count));
}

function children(count) {
  return [
    count % 2 === 1 ? h('em', 'Odd') : null,
    h('p', { slot: 'before' }, `Before ${count}`),
    h('a', { href: 'letter.txt' }, `Plain text ${count}`),
  ];
}
