-- A session in Neovim as somebody would have it, with Neovim's own commands: what came of each step is
-- written as JSON. Neovim tells the truth about what it shows, so the buffers and windows are read.

local here = vim.env.MUSTDO_PLANS
local found = {}

-- Says when a project was judged, once its flags are there.
local judged = 0
vim.lsp.handlers['mustdo/projectChanged'] = function()
  judged = judged + 1
end

local function wait(what, holds)
  if not vim.wait(20000, holds, 20) then
    error('Waited in vain for ' .. what)
  end
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function buffer_of(name)
  return vim.fn.bufnr(here .. '/' .. name)
end

-- Puts the cursor on the first letter of a text, as somebody does who searches for it.
local function go_to(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search('\\V' .. words, 'cW') == 0 then
    error('There is no ' .. words)
  end
end

local function flags_of(buffer)
  local flags = {}
  for _, flag in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(flags, {
      file = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(flag.bufnr), ':t'),
      line = flag.lnum + 1,
      column = flag.col + 1,
      message = flag.message,
      code = flag.code or flag.user_data.lsp.code,
    })
  end
  return flags
end

local function has_flag(buffer, code, message)
  for _, flag in ipairs(flags_of(buffer)) do
    if flag.code == code and flag.message:find(message, 1, true) then
      return true
    end
  end
  return false
end

local function session()
  vim.cmd('edit ' .. here .. '/actions-amh-ld.plan')
  local plan = vim.api.nvim_get_current_buf()
  wait('the plan to be judged', function() return judged > 0 end)
  found.filetype = vim.bo.filetype
  found.flags = flags_of(nil)

  -- Hovering opens a window of its own over the text.
  go_to('directorate \\zsAMH/LD')
  vim.lsp.buf.hover()
  wait('the hover', function() return #vim.api.nvim_list_wins() > 1 end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      found.hover = text(vim.api.nvim_win_get_buf(window))
      vim.api.nvim_win_close(window, true)
    end
  end

  -- Going to a definition leads into another file.
  vim.lsp.buf.definition()
  wait('the definition', function() return vim.api.nvim_get_current_buf() ~= plan end)
  found.definition = {
    file = vim.fn.expand('%:t'),
    line = vim.api.nvim_get_current_line(),
  }
  vim.cmd('buffer ' .. plan)

  -- A mistake is flagged while it stands.
  local before = text(plan)
  go_to('sro ')
  vim.cmd('normal! iownr ')
  wait('the flag of the mistake', function() return has_flag(plan, 'unreadable', 'ownr') end)
  found.mistake = true
  vim.cmd('undo')
  wait('the flag to go', function() return not has_flag(plan, 'unreadable', 'ownr') end)
  found.undone = text(plan) == before

  -- Formatting puts white space right.
  go_to('sro ')
  vim.cmd('normal! i      ')
  found.untidy = text(plan) ~= before
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 10000 })
  else
    vim.lsp.buf.formatting_sync(nil, 10000)
  end
  found.formatted = text(plan) == before

  -- A quick fix, chosen from the list that is shown, takes its flag away.
  local message = 'Action M was due'
  found.overdue = has_flag(plan, 'overdue', message)
  go_to('2018-04 tbc')
  vim.ui.select = function(items, options, choose)
    found.actions = vim.tbl_map(options.format_item, items)
    for index, item in ipairs(items) do
      if options.format_item(item) == 'Say it is complete' then
        choose(item, index)
      end
    end
  end
  vim.lsp.buf.code_action()
  wait('the fix', function() return text(plan) ~= before end)
  wait('the flag to go', function() return not has_flag(plan, 'overdue', message) end)
  found.fixed = true

  -- Renaming changes every file that says the name.
  local count = judged
  go_to('directorate \\zsAMH/LD')
  vim.lsp.buf.rename('AMHLD')
  wait('the new name', function()
    return not text(plan):find('directorate AMH/LD', 1, true) and judged > count
  end)
  found.renamed = {
    declaration = text(buffer_of('registries.plan')):match('[^\n]*AMHLD[^\n]*'),
    use = text(plan):match('[^\n]*AMHLD[^\n]*'),
  }
end

local sound, wrong = pcall(session)
if not sound then
  found.wrong = wrong
end
local file = assert(io.open(vim.env.MUSTDO_FOUND, 'w'))
file:write(vim.fn.json_encode(found))
file:close()
vim.cmd('qall!')
