// What makes pages quicker for those who have script. Every action works without it.
(() => {
  'use strict';

  const root = document.documentElement;
  root.classList.add('js');

  const typing = element => element instanceof HTMLElement && (element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName));

  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      const search = document.querySelector('[data-search]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }

    // One press of a key for what is pressed all day: «Чем закончилось», digits 1 to 6.
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
      const pressed = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
      if (pressed) {
        event.preventDefault();
        pressed.click();
      }
    }

    if (event.key === 'Escape') {
      const menu = document.querySelector('details.menu[open]');
      if (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    }
  });

  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }

    const reveal = event.target.closest('[data-reveal]');
    if (reveal) {
      const input = reveal.parentElement.querySelector('input');
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      reveal.setAttribute('aria-label', shown ? 'Показать пароль' : 'Скрыть пароль');
    }

    if (event.target.closest('[data-print]')) {
      window.print();
    }

    if (event.target.closest('[data-selection-clear]')) {
      const list = event.target.closest('form') ?? document;
      list.querySelectorAll('.row-check').forEach(box => { box.checked = false; });
      countChosen(list);
    }
  });

  document.addEventListener('change', event => {
    const box = event.target;
    if (box.matches('.row-check, .row-check-all')) {
      const list = box.closest('form') ?? document;
      if (box.matches('.row-check-all')) {
        list.querySelectorAll('.row-check').forEach(row => { row.checked = box.checked; });
      }

      countChosen(list);
    }

    if (box.matches('[data-auto-submit]')) {
      box.form.requestSubmit();
    }
  });

  // A form is sent once: the pressed button goes grey. Downloads leave the page as it is, so they are passed over.
  document.addEventListener('submit', event => {
    const button = event.submitter;
    if (event.defaultPrevented || !button || event.target.method === 'get' || button.closest('[data-download]')) {
      return;
    }

    setTimeout(() => button.setAttribute('aria-disabled', 'true'), 0);
    if (event.target.dataset.sent === 'yes') {
      event.preventDefault();
    }

    event.target.dataset.sent = 'yes';
  });

  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach(form => {
      delete form.dataset.sent;
      form.querySelectorAll('[aria-disabled]').forEach(button => button.removeAttribute('aria-disabled'));
    });
  });

  const words = (count, one, few, many) => {
    const tail = count % 100;
    const last = count % 10;
    return tail > 10 && tail < 15 ? many : last === 1 ? one : last > 1 && last < 5 ? few : many;
  };

  function countChosen(list) {
    const boxes = [...list.querySelectorAll('.row-check')];
    const count = boxes.filter(box => box.checked).length;
    const bar = list.querySelector('[data-selection]');
    if (!bar) {
      return;
    }

    bar.toggleAttribute('data-empty', count === 0);
    bar.querySelector('[data-selection-count]').textContent = count === 0
      ? 'Отметьте людей в списке'
      : `${words(count, 'Выбран', 'Выбраны', 'Выбраны')} ${count.toLocaleString('ru-RU')}\u00a0${words(count, 'человек', 'человека', 'человек')}`;
    bar.querySelectorAll('[data-count]').forEach(place => { place.textContent = count.toLocaleString('ru-RU'); });
    const all = list.querySelector('.row-check-all');
    if (all) {
      all.checked = count > 0 && count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
    }
  }

  function begin() {
    document.querySelectorAll('[data-print], [data-reveal]').forEach(button => { button.hidden = false; });
    document.querySelectorAll('[data-selection]').forEach(bar => countChosen(bar.closest('form') ?? document));
  }

  function say(text) {
    const notices = document.getElementById('notices');
    if (notices) {
      const line = document.createElement('div');
      line.className = 'message message-bad';
      line.textContent = text;
      notices.replaceChildren(line);
    }
  }

  // A part of a page that is drawn anew under the hand keeps its menus open, where they were, the box that was pressed and what
  // was typed meanwhile.
  let kept = null;
  document.addEventListener('htmx:beforeSwap', () => {
    const held = document.activeElement;
    kept = {
      menus: [...document.querySelectorAll('details.menu[open][id]')].map(menu => [menu.id, menu.querySelector('.panel').scrollTop]),
      text: held?.id && held.matches('input:not([type=checkbox], [type=radio]), textarea') ? [held.id, held.value] : null,
      box: held?.matches?.('input[type=checkbox], input[type=radio]') ? `input[name="${CSS.escape(held.name)}"][value="${CSS.escape(held.value)}"]` : null,
    };
  });
  document.addEventListener('htmx:afterSwap', () => {
    for (const [id, top] of kept?.menus ?? []) {
      const menu = document.getElementById(id);
      if (menu) {
        menu.open = true;
        menu.querySelector('.panel').scrollTop = top;
      }
    }

    const field = kept?.text && document.getElementById(kept.text[0]);
    if (field && field.value !== kept.text[1]) {
      field.value = kept.text[1];
    }

    if (kept?.box) {
      document.querySelector(kept.box)?.focus({ preventScroll: true });
    }

    kept = null;
    begin();
  });
  document.addEventListener('htmx:sendError', () => say('Нет связи с программой. Введённое осталось на странице, попробуйте ещё раз'));
  document.addEventListener('htmx:responseError', event => say(event.detail.xhr.status === 404
    ? 'Этой записи больше нет. Обновите страницу'
    : 'Не получилось. Обновите страницу и попробуйте ещё раз'));

  begin();
})();
