// The bio of a profile in React, as X and TikTok have it: a text area that React holds, and whose node it can replace.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { changed, replica, savedBio } from './replica.js';

/** `text`: what stands in it. `key` and `field`: what its text area is given. */
export function useBio() {
  const [text, setText] = useState(savedBio);
  const [key, setKey] = useState(0);
  useEffect(() => {
    replica.model = () => text;
    replica.rerender = () => {
      const had = document.activeElement.localName === 'textarea';
      flushSync(() => setKey((before) => before + 1));
      if (had) document.querySelector('textarea').focus();
    };
  });
  const onChange = ({ target }) => {
    setText(target.value);
    changed(target.value);
  };
  return { text, key, field: { value: text, onChange } };
}
