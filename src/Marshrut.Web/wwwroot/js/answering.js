// A questionnaire on a phone: one question at a time; answers are kept here and on the server, and go when there is a connection.
const beginAnswering = () => {
  'use strict';

  const retryAfter = 15000;
  const keptFor = 7 * 24 * 3600 * 1000;

  // Who leaves a phone that is not theirs leaves nothing on it; the centre has what was answered.
  document.querySelector('form[data-leave]')?.addEventListener('submit', () => {
    try {
      Object.keys(localStorage).filter(name => name.startsWith('marshrut-answers-')).forEach(name => localStorage.removeItem(name));
    } catch {
      // Nothing is kept there.
    }
  });

  document.querySelectorAll('form[data-answering]').forEach(form => {
    if (form.classList.contains('answering-live')) {
      return;
    }

    const steps = [...form.querySelectorAll('[data-question]')];
    const part = name => form.querySelector(`[data-${name}]`);
    const [head, place, left, progress, missing, state, back, next, send] = ['head', 'place', 'left', 'progress', 'missing', 'state', 'back', 'next', 'send'].map(part);
    const key = form.dataset.key && `marshrut-answers-${form.dataset.key}`;
    const seconds = Number(form.dataset.seconds) || 15;
    let now = 0;
    let sending = false;

    const answersOf = step => {
      const found = [];
      step.querySelectorAll('input, textarea').forEach(input => {
        if (/^(radio|checkbox)$/.test(input.type) ? input.checked : input.value.trim() !== '') {
          found.push(input.value);
        }
      });
      return found;
    };

    // As the server: a question is asked when the one it hangs on is asked and answered so.
    const asked = () => {
      const given = new Map();
      return steps.filter(step => {
        const when = step.dataset.when;
        if (when) {
          const [question, options] = [when.slice(0, when.indexOf(':')), when.slice(when.indexOf(':') + 1).split(',')];
          if (!(given.get(question) ?? []).some(answer => options.includes(answer))) {
            return false;
          }
        }

        given.set(step.dataset.question, answersOf(step));
        return true;
      });
    };

    const say = (text, bad) => {
      state.textContent = text;
      state.classList.toggle('answering-state-bad', Boolean(bad));
    };

    const minutes = count => {
      const whole = Math.max(1, Math.round(count * seconds / 60));
      return `осталось около ${whole} ${whole % 10 === 1 && whole % 100 !== 11 ? 'минуты' : 'минут'}`;
    };

    const draw = focus => {
      const shown = asked();
      now = Math.min(Math.max(now, 0), shown.length - 1);
      steps.forEach(step => { step.hidden = step !== shown[now]; });
      place.textContent = `Вопрос ${now + 1} из ${shown.length}`;
      left.textContent = now + 1 === shown.length ? 'последний' : minutes(shown.length - now);
      progress.max = shown.length;
      progress.value = now + 1;
      back.hidden = now === 0;
      next.hidden = now + 1 === shown.length;
      send.hidden = !next.hidden;
      missing.hidden = true;
      if (focus) {
        const target = shown[now].querySelector('legend, label');
        target?.setAttribute('tabindex', '-1');
        target?.focus({ preventScroll: true });
        form.scrollIntoView({ block: 'start' });
      }
    };

    const remember = () => {
      if (!key) {
        return;
      }

      const entries = [...new FormData(form)].filter(([name]) => name.startsWith('A['));
      try {
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), now, version: form.elements.Version.value, entries }));
      } catch {
        // A phone that keeps nothing still sends.
      }
    };

    const restore = () => {
      let kept = null;
      try {
        kept = key && JSON.parse(localStorage.getItem(key) ?? 'null');
      } catch {
        kept = null;
      }

      if (!kept || kept.version !== form.elements.Version.value || Date.now() - kept.at > keptFor) {
        return;
      }

      form.querySelectorAll('[data-question] input, [data-question] textarea').forEach(input => {
        const values = kept.entries.filter(([name]) => name === input.name).map(([, value]) => value);
        if (/^(radio|checkbox)$/.test(input.type)) {
          input.checked = values.includes(input.value);
        } else if (values.length > 0) {
          [input.value] = values;
        }
      });
      now = kept.now;
    };

    const forget = () => { try { localStorage.removeItem(key); } catch { /* nothing is kept there */ } };

    const keep = async () => {
      remember();
      if (!form.dataset.keep) {
        return;
      }

      try {
        const answer = await fetch(form.dataset.keep, { method: 'POST', body: new FormData(form), keepalive: true });
        // Sent away to the door: the centre does not know this phone any more, and has kept nothing.
        const kept = answer.ok && !answer.redirected;
        say(kept ? 'Ответы сохранены' : 'Ответы сохранены на телефоне', !kept);
      } catch {
        say('Нет связи. Ответы сохранены на телефоне и уйдут сами', true);
      }
    };

    const isAnswered = step => !step.dataset.required || answersOf(step).length > 0;

    const forward = () => {
      const step = asked()[now];
      if (!isAnswered(step)) {
        missing.hidden = false;
        return false;
      }

      now++;
      draw(true);
      keep();
      return true;
    };

    const deliver = async () => {
      if (sending) {
        return;
      }

      sending = true;
      send.setAttribute('aria-disabled', 'true');
      say('Отправляем…');
      remember();
      try {
        const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
        if (answer.redirected) {
          // Anywhere else than to the thanks, the answers were not taken: they stay on the phone.
          if (new URL(answer.url).pathname.endsWith('/done')) {
            forget();
          }

          location.assign(answer.url);
          return;
        }

        if (answer.status === 422 || answer.ok) {
          if (answer.ok) {
            forget();
          }

          const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
          document.querySelector('main').replaceWith(page.querySelector('main'));
          document.dispatchEvent(new Event('marshrut:answering'));
          return;
        }

        say('Не получилось отправить. Ответы на месте: попробуйте ещё раз', true);
      } catch {
        say('Нет связи. Ответы сохранены на телефоне и уйдут сами', true);
        setTimeout(() => { if (!sending) { deliver(); } }, retryAfter);
      } finally {
        sending = false;
        send.removeAttribute('aria-disabled');
      }
    };

    form.classList.add('answering-live');
    head.hidden = false;
    restore();
    const wrong = asked().findIndex(step => step.dataset.wrong);
    if (wrong >= 0) {
      now = wrong;
    }

    draw(false);
    next.addEventListener('click', forward);
    back.addEventListener('click', () => { now--; draw(true); remember(); });
    form.addEventListener('change', event => {
      missing.hidden = true;
      // «Ничего из этого» and the others put each other out.
      const box = event.target;
      if (box.type === 'checkbox' && box.checked) {
        const alone = box.closest('label').querySelector('[data-alone]') !== null;
        box.closest('[data-question]').querySelectorAll('input[type=checkbox]').forEach(other => {
          if (other !== box && (alone || other.closest('label').querySelector('[data-alone]'))) {
            other.checked = false;
          }
        });
      }

      const shown = asked();
      next.hidden = now + 1 === shown.length;
      send.hidden = !next.hidden;
      place.textContent = `Вопрос ${now + 1} из ${shown.length}`;
      progress.max = shown.length;
      remember();
    });
    form.addEventListener('input', remember);
    form.addEventListener('keydown', event => {
      if (event.key === 'Enter' && event.target.matches('input') && !next.hidden) {
        event.preventDefault();
        forward();
      }
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      event.stopPropagation();
      const shown = asked();
      const first = shown.findIndex(step => !isAnswered(step));
      if (first >= 0) {
        now = first;
        draw(true);
        missing.hidden = false;
        return;
      }

      deliver();
    });
    window.addEventListener('online', () => { if (form.isConnected) { keep(); } });
  });
};

beginAnswering();
document.addEventListener('marshrut:answering', beginAnswering);
