(() => {
  const choices = [...document.querySelectorAll("input[name=lang]")];
  const tell = () => {
    const chosen = choices.find((choice) => choice.checked);
    document.documentElement.lang = chosen.value;
    document.title = chosen.dataset.title;
  };
  const asked = (location.hash.slice(1) || navigator.language).slice(0, 2);
  const own = choices.find((choice) => choice.value === asked);
  if (own) own.checked = true;
  choices.forEach((choice) => choice.addEventListener("change", tell));
  tell();
})();
